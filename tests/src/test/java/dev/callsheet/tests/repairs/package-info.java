/** Repairs, tried on the requests that are made to break one rule each. */
@org.jspecify.annotations.NullMarked
package dev.callsheet.tests.repairs;
