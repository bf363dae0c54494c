package com.example.film;

import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import com.example.film.models.klingvideo30omnipro.Size;

/** The shot of the lighthouse. */
public final class Lighthouse {
  private Lighthouse() {}

  /** Eight seconds in full HD. */
  public static KlingVideo30OmniProRequest shot() {
    return KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
        .positivePrompt("A lighthouse keeper signals a passing whale")
        .duration(8)
        .build();
  }
}
