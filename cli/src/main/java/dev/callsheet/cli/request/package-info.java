/**
 * Requests as users hand them in: found, read, let through when sound, priced, executed, and their
 * progress shown.
 */
@NullMarked
package dev.callsheet.cli.request;

import org.jspecify.annotations.NullMarked;
