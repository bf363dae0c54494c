/** What reports on requests and on specs have in common: colours, JSON, XML, and SARIF's log. */
@NullMarked
package dev.callsheet.linter.internal.report;

import org.jspecify.annotations.NullMarked;
