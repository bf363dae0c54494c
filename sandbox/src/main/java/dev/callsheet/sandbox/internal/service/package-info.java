/**
 * The API itself, whatever carries it: a list of tasks comes in, an envelope of data and errors
 * goes out. Start at {@link dev.callsheet.sandbox.internal.service.TaskService}.
 */
@NullMarked
package dev.callsheet.sandbox.internal.service;

import org.jspecify.annotations.NullMarked;
