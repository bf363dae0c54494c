/** What a job reports to its caller: status, progress, results and events. */
@NullMarked
package dev.callsheet.runtime.client.job;

import org.jspecify.annotations.NullMarked;
