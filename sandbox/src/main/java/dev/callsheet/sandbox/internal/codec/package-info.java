/**
 * Writers of files that show pictures of large cells and play tones: images, videos, sounds. They
 * are no general encoders: a picture is a mosaic of squares of {@link
 * dev.callsheet.sandbox.internal.codec.CellPicture#CELL} pixels, each of one colour, so that a
 * block of any format is told by a few numbers, and a film is told by what changes.
 */
@NullMarked
package dev.callsheet.sandbox.internal.codec;

import org.jspecify.annotations.NullMarked;
