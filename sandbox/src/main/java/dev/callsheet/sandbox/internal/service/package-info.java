/**
 * The API itself, whatever carries it: a list of tasks comes in, an envelope of data and errors
 * goes out. {@link dev.callsheet.sandbox.internal.service.TaskService} is the front door.
 */
@NullMarked
package dev.callsheet.sandbox.internal.service;

import org.jspecify.annotations.NullMarked;
