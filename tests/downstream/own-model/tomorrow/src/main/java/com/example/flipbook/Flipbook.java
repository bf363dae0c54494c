package com.example.flipbook;

import com.example.models.inkwellflipbook.InkwellFlipbook;
import com.example.models.inkwellflipbook.InkwellFlipbookRequest;

/** Has clips drawn. */
public final class Flipbook {
  private Flipbook() {}

  /** A clip of which every drawing is made anew. */
  public static InkwellFlipbookRequest handmade(String subject, int seconds) {
    return InkwellFlipbook.request()
        .positivePrompt(subject)
        .duration(seconds)
        .drawingsPerSecond(12)
        .handmade(true)
        .build();
  }
}
