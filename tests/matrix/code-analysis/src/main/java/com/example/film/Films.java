package com.example.film;

import com.example.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import com.example.models.klingvideo30omnipro.Size;

/** Makes requests. */
public final class Films {
  private Films() {}

  /**
   * Eight seconds in full HD.
   *
   * @param prompt what is seen
   * @return the request
   */
  public static KlingVideo30OmniProRequest film(String prompt) {
    return KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
        .positivePrompt(prompt)
        .duration(8)
        .build();
  }
}
