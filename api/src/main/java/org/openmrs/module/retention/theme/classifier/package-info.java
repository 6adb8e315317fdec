/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * Which themes a comment is about: learnt from the comments that people have labelled, in any language, on this machine. Values
 * and functions alone: it knows no database, no clock and nothing of the platform, and may call no feature.
 */
package org.openmrs.module.retention.theme.classifier;
