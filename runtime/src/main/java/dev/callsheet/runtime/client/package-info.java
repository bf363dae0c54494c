/**
 * Sends requests and brings back results: {@code RunwareClient} submits a task, a {@code Job}
 * follows it, and every delivered result can be downloaded.
 */
@NullMarked
package dev.callsheet.runtime.client;

import org.jspecify.annotations.NullMarked;
