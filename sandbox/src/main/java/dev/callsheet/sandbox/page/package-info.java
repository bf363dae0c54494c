/** What a sandbox shows to browsers besides what it serves to clients. */
@NullMarked
package dev.callsheet.sandbox.page;

import org.jspecify.annotations.NullMarked;
