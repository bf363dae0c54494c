package dev.callsheet.importer.internal.spec;

/**
 * A spec that was put together.
 *
 * @param id the model's identifier
 * @param slug what its file is to be called
 * @param text YAML
 */
public record AssembledSpec(String id, String slug, String text) {}
