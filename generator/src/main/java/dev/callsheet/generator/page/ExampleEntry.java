package dev.callsheet.generator.page;

import org.jspecify.annotations.Nullable;

/**
 * A published example.
 *
 * @param name what it is called
 * @param mode the mode or capability that it shows, in words such as {@code Text to Video}
 * @param media where its result can be seen
 * @param request what was sent for it, as JSON in lines; null where that is not published
 */
public record ExampleEntry(String name, String mode, Hyperlink media, @Nullable String request) {}
