package dev.callsheet.spec.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A published example.
 *
 * @param title what it is called
 * @param mode the mode or capability it shows, such as {@code text-to-video}
 * @param media where its result can be seen
 * @param request what was sent for it; null where that is not published
 */
public record PublishedExample(String title, String mode, URI media, @Nullable JsonNode request) {}
