/**
 * What the sandbox's page needs so that requests can be written on it: forms, findings with their
 * repairs, prices and code, all as the commands have them. Start at {@link
 * dev.callsheet.cli.workbench.RequestWorkbench}.
 */
@NullMarked
package dev.callsheet.cli.workbench;

import org.jspecify.annotations.NullMarked;
