/**
 * What generated code and the applications that use it share: a request and its model, the check of
 * a request, and the violations a check reports. The client that sends requests lives in {@code
 * dev.callsheet.runtime.client}.
 */
@NullMarked
package dev.callsheet.runtime;

import org.jspecify.annotations.NullMarked;
