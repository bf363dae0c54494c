package dev.callsheet.spec.model;

import java.net.URI;

/**
 * A published example.
 *
 * @param title what it is called
 * @param mode the mode or capability it shows, such as {@code text-to-video}
 * @param media where its result can be seen
 */
public record PublishedExample(String title, String mode, URI media) {}
