package dev.callsheet.sandbox.internal.media;

/**
 * The size of a picture or a video.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record PixelSize(int width, int height) {}
