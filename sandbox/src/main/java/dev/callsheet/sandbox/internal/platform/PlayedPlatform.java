package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import java.net.URI;
import java.util.Set;

/**
 * The platform that is played, and how.
 *
 * @param platform the platform
 * @param protocol its description
 * @param endpoint what the paths of the description begin at here
 * @param catalogue the models
 * @param apiKeys the keys that are accepted; empty for every one that is not blank
 * @param behavior how it behaves where there is a choice
 */
public record PlayedPlatform(
    Platform platform,
    PlatformProtocol protocol,
    URI endpoint,
    ModelCatalogue catalogue,
    Set<String> apiKeys,
    SandboxBehavior behavior) {}
