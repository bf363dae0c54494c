@NullMarked
package dev.callsheet.cli.workbench;

import org.jspecify.annotations.NullMarked;
