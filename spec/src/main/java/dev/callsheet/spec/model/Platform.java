package dev.callsheet.spec.model;

import dev.callsheet.runtime.protocol.DryRun;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Who sells a model, as its specs and its requests need to know it.
 *
 * @param name as models and envelopes name it, such as {@code runware}
 * @param title its name for people
 * @param identity which members of a request say what it is
 * @param tasks the kinds of requests that there are
 * @param legacy the names of earlier days that it still takes
 * @param deferredProtocol how it is spoken to, where its file says it
 * @param dryRun how it validates and prices a request without executing it; null where it does not,
 *     or its file does not say
 * @param sandbox what a sandbox of it has to know beside that
 */
public record Platform(
    String name,
    String title,
    RequestIdentity identity,
    TaskKinds tasks,
    LegacyNames legacy,
    DeferredProtocol deferredProtocol,
    @Nullable DryRun dryRun,
    SandboxDescription sandbox) {
  /** How it is spoken to; null where its file does not say. */
  public @Nullable PlatformProtocol protocol() {
    return deferredProtocol.get();
  }
}
