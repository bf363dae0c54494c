/** What bounds the memory that requests and their results take, whoever sends them. */
@NullMarked
package dev.callsheet.sandbox.internal.limit;

import org.jspecify.annotations.NullMarked;
