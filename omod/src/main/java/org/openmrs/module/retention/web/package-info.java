/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
/**
 * The module over HTTP: one package per feature with its resources and request bodies, {@code rest} for what they share,
 * {@code gate} for the filter before them. Holds no rules, no transactions and no queries: those are the api's.
 */
package org.openmrs.module.retention.web;
