/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.ManyToOne;
import org.openmrs.api.context.Context;

/** What may call what, and where the platform's statics may be used. */
@AnalyzeClasses(packages = "org.openmrs.module.retention", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	private static final String ROOT = "org.openmrs.module.retention";

	@ArchTest
	static final ArchRule FEATURES_CALL_ONLY_WHOM_THEY_MAY = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.withOptionalLayers(true).layer("shared").definedBy(ROOT + ".shared..").layer("question")
		.definedBy(ROOT + ".question..").layer("chart").definedBy(ROOT + ".chart..").layer("calendar")
		.definedBy(ROOT + ".calendar..").layer("protocol")
		.definedBy(ROOT + ".followup.protocol..").layer("contact")
		.definedBy(ROOT + ".contact..").layer("absence").definedBy(ROOT + ".followup.absence..").layer("task")
		.definedBy(ROOT + ".followup.task..").layer("capacity")
		.definedBy(ROOT + ".followup.capacity..").layer("planning")
		.definedBy(ROOT + ".followup.planning..").layer("attempt").definedBy(ROOT + ".followup.attempt..")
		.layer("sheet").definedBy(ROOT + ".followup.sheet..").layer("outcome")
		.definedBy(ROOT + ".followup.outcome..").layer("quality").definedBy(ROOT + ".followup.quality..")
		.layer("completion").definedBy(ROOT + ".followup.completion..")
		.layer("survey").definedBy(ROOT + ".survey..").layer("theme").definedBy(ROOT + ".theme..")
		.layer("measure").definedBy(ROOT + ".measure..")
		.layer("comment").definedBy(ROOT + ".comment..").layer("metadata").definedBy(ROOT + ".metadata..").layer("start")
		.definedBy(ROOT)
		.whereLayer("start")
		.mayOnlyBeAccessedByLayers("calendar", "chart", "contact", "task", "planning", "attempt", "survey", "metadata")
		.whereLayer("chart").mayOnlyBeAccessedByLayers("attempt", "survey", "metadata")
		.whereLayer("comment").mayOnlyBeAccessedByLayers("attempt", "survey", "theme")
		.whereLayer("metadata").mayOnlyBeAccessedByLayers("start").whereLayer("planning")
		.mayOnlyBeAccessedByLayers("outcome", "survey", "measure", "metadata", "start").whereLayer("survey")
		.mayOnlyBeAccessedByLayers("metadata", "start").whereLayer("attempt")
		.mayOnlyBeAccessedByLayers("quality", "sheet", "start")
		.whereLayer("sheet")
		.mayOnlyBeAccessedByLayers("start").whereLayer("outcome").mayOnlyBeAccessedByLayers("start")
		.whereLayer("completion").mayOnlyBeAccessedByLayers("start")
		.whereLayer("quality").mayOnlyBeAccessedByLayers("start").whereLayer("theme")
		.mayOnlyBeAccessedByLayers("survey", "measure", "metadata", "start")
		.whereLayer("measure").mayOnlyBeAccessedByLayers("start")
		.whereLayer("task")
		.mayOnlyBeAccessedByLayers("capacity", "planning", "attempt", "outcome", "quality", "completion", "sheet", "survey",
			"measure", "start")
		.whereLayer("capacity")
		.mayOnlyBeAccessedByLayers("attempt", "start").whereLayer("absence")
		.mayOnlyBeAccessedByLayers("task", "attempt", "start").whereLayer("contact")
		.mayOnlyBeAccessedByLayers("task", "planning", "attempt", "sheet", "survey", "start").whereLayer("protocol")
		.mayOnlyBeAccessedByLayers("contact", "task", "planning", "attempt", "outcome", "quality", "sheet",
			"survey", "metadata", "start")
		.whereLayer("calendar")
		.mayOnlyBeAccessedByLayers("capacity", "contact", "task", "planning", "attempt", "outcome", "sheet",
			"survey", "measure", "metadata", "start")
		.whereLayer("question")
		.mayOnlyBeAccessedByLayers("chart", "comment", "protocol", "task", "attempt", "outcome", "sheet", "survey", "theme",
			"measure", "metadata",
			"start")
		.as("features call only whom they may");

	@ArchTest
	static final ArchRule THE_CLASSIFIER_IS_VALUES_AND_FUNCTIONS = classes().that()
		.resideInAPackage(ROOT + ".theme.classifier..").should().onlyDependOnClassesThat()
		.resideInAnyPackage(ROOT + ".theme.classifier..", ROOT + ".question..", "java..", "lombok..",
			"de.bwaldvogel.liblinear..");

	@ArchTest
	static final ArchRule THE_EVALUATION_NEEDS_NO_PLATFORM = classes().that().haveSimpleName("ThemeEvaluation").or()
		.haveSimpleName("CommentCsv").should().onlyDependOnClassesThat()
		.resideInAnyPackage(ROOT + ".theme..", ROOT + ".question..", "java..", "lombok..", "com.opencsv..");

	@ArchTest
	static final ArchRule SHARED_KNOWS_NO_FEATURE = noClasses().that().resideInAPackage(ROOT + ".shared..").should()
		.dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(ROOT + ".shared..")));

	@ArchTest
	static final ArchRule THE_PLATFORMS_CONTEXT_IS_USED_AT_THE_EDGES = noClasses().that()
		.haveSimpleNameNotEndingWith("ServiceImpl").and().haveSimpleNameNotEndingWith("Advice").and()
		.haveSimpleNameNotEndingWith("Task").and().haveSimpleNameNotEndingWith("Activator").and()
		.doNotHaveSimpleName("SystemActions").and().doNotHaveSimpleName("Actors").should()
		.dependOnClassesThat().areAssignableTo(Context.class)
		.because("actor and time come from the service, so that rules can be tested without a platform");

	@ArchTest
	static final ArchRule NO_HTTP_IN_API = noClasses().should().dependOnClassesThat().resideInAnyPackage("javax.servlet..",
		"org.springframework.web..", "org.openmrs.module.webservices..");

	@ArchTest
	static final ArchRule NO_SPRING_STEREOTYPES = noClasses().should()
		.beAnnotatedWith("org.springframework.stereotype.Component").orShould()
		.beMetaAnnotatedWith("org.springframework.stereotype.Component")
		.because("the platform scans every stereotype under org.openmrs and names beans by short class names");

	@ArchTest
	static final ArchRule NO_OLD_CRITERIA = noClasses().should().dependOnClassesThat()
		.haveFullyQualifiedName("org.hibernate.Criteria").because("Hibernate 6 has it no more");

	@ArchTest
	static final ArchRule ENTITIES_ARE_NAMED_FOR_THE_MODULE = classes().that().areAnnotatedWith(Entity.class).should(
		new ArchCondition<JavaClass>("carry the prefix retention.") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String name = type.getAnnotationOfType(Entity.class).name();
				events.add(new SimpleConditionEvent(type, name.startsWith("retention."), type.getName() + ": " + name));
			}
		});

	@ArchTest
	static final ArchRule ASSOCIATIONS_ARE_LAZY = fields().that().areAnnotatedWith(ManyToOne.class)
		.should(new ArchCondition<JavaField>("be fetched lazily") {

			@Override
			public void check(JavaField field, ConditionEvents events) {
				boolean lazy = field.getAnnotationOfType(ManyToOne.class).fetch() == FetchType.LAZY;
				events.add(new SimpleConditionEvent(field, lazy, field.getFullName()));
			}
		});

	@ArchTest
	static final ArchRule INSTANTS_ARE_STORED_AS_MILLISECONDS = fields().that().haveRawType(Instant.class).and()
		.areDeclaredInClassesThat().areAnnotatedWith(Entity.class).should().beAnnotatedWith(Convert.class);
}
