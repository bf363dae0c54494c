/** What a job tells its caller: status, progress, results and events. */
@NullMarked
package dev.callsheet.runtime.client.job;

import org.jspecify.annotations.NullMarked;
