package com.example.premiere;

import com.example.premiere.models.inkwellflipbook.InkwellFlipbook;
import com.example.premiere.models.inkwellflipbook.InkwellFlipbookRequest;
import com.example.premiere.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.premiere.models.klingvideo30omnipro.KlingVideo30OmniProRequest;

/** The first minute of a film. */
public final class Opening {
  private Opening() {}

  /** The titles, drawn by the model whose spec comes with a dependency. */
  public static InkwellFlipbookRequest titles() {
    return InkwellFlipbook.request().positivePrompt("Letters float by").duration(3).build();
  }

  /** The first shot, by the bundled model as this studio has narrowed it. */
  public static KlingVideo30OmniProRequest firstShot(int seconds) {
    return KlingVideo30OmniPro.request()
        .positivePrompt("A ferry leaves the harbour at night")
        .customTaskLabel("Night Ferry")
        .duration(seconds)
        .build();
  }
}
