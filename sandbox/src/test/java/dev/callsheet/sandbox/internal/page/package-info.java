@NullMarked
package dev.callsheet.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
