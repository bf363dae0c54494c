package com.example.film;

import com.example.film.models.inkwellflipbook.InkwellFlipbook;
import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.film.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import com.example.film.models.klingvideo30omnipro.Size;

/** A request by classes that Gradle has generated: of a bundled model, and of the project's own. */
public final class Film {
  private Film() {}

  static KlingVideo30OmniProRequest whales() {
    return KlingVideo30OmniPro.textToVideo(Size.P1080_16X9).positivePrompt("Whales").build();
  }

  /** Fails unless the request keeps its model's rules. */
  public static void main(String[] args) {
    if (!whales().check().isEmpty()) {
      throw new IllegalStateException(whales().check().toString());
    }
    System.out.println(InkwellFlipbook.MODEL.id() + " and " + KlingVideo30OmniPro.MODEL.id());
  }
}
