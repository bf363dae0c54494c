/**
 * What a sandbox keeps when it ends, in a folder of files. Start at {@link
 * dev.callsheet.sandbox.internal.state.SandboxState}.
 */
@NullMarked
package dev.callsheet.sandbox.internal.state;

import org.jspecify.annotations.NullMarked;
