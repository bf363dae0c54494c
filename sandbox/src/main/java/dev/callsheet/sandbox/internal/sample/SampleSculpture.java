package dev.callsheet.sandbox.internal.sample;

import dev.callsheet.sandbox.internal.codec.GlbWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Towers on a plate, of heights that are the sample's own, and its seed in front of them. */
final class SampleSculpture {
  private static final int TOWERS = 7;
  private static final float DOT = 0.05f;

  private SampleSculpture() {}

  static List<GlbWriter.Box> boxes(SampleDescription description) {
    SampleColours colours = SampleColours.of(description);
    SplittableRandom random = description.random();
    List<GlbWriter.Box> boxes = new ArrayList<>();
    String text = "seed " + description.seed();
    float width = Math.max(TOWERS * 0.5f, text.length() * BitmapFont.ADVANCE * DOT);
    boxes.add(box(-width / 2 - 0.2f, -0.1f, -2f, width + 0.4f, 0.1f, 4f, colours.ground()));
    for (int i = 0; i < TOWERS * TOWERS; i++) {
      float x = (i % TOWERS - TOWERS / 2f) * 0.5f;
      int row = i / TOWERS;
      float z = row * 0.4f - 1.8f;
      float height = 0.2f + 2 * (float) random.nextDouble();
      int colour = random.nextBoolean() ? colours.shade() : colours.bright();
      boxes.add(box(x + 0.05f, 0, z, 0.4f, height, 0.3f, colour));
    }
    for (int i = 0; i < text.length(); i++) {
      for (int dot = 0; dot < BitmapFont.WIDTH * BitmapFont.HEIGHT; dot++) {
        int x = dot % BitmapFont.WIDTH;
        int y = dot / BitmapFont.WIDTH;
        if (BitmapFont.hasDot(text.charAt(i), x, y)) {
          float left =
              (i * BitmapFont.ADVANCE + x) * DOT - text.length() * BitmapFont.ADVANCE * DOT / 2;
          boxes.add(
              box(left, (BitmapFont.HEIGHT - y) * DOT, 1.6f, DOT, DOT, DOT, SampleColours.TEXT));
        }
      }
    }
    return boxes;
  }

  private static GlbWriter.Box box(
      float x, float y, float z, float width, float height, float depth, int colour) {
    return new GlbWriter.Box(
        new GlbWriter.Vector(x, y, z), new GlbWriter.Vector(width, height, depth), colour);
  }
}
