@NullMarked
package dev.callsheet.sandbox.internal.exchange;

import org.jspecify.annotations.NullMarked;
