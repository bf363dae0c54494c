package demo;

import demo.models.klingvideo30omnipro.KlingVideo30OmniPro;
import demo.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import demo.models.klingvideo30omnipro.Size;

/** A program as a user of the generated classes writes it. */
public final class FirstTake {
  private FirstTake() {}

  /** The request that the demo sends. */
  public static KlingVideo30OmniProRequest request() {
    return KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
        .positivePrompt("A lighthouse keeper signals a passing whale")
        .duration(8)
        .includeCost(true)
        .build();
  }
}
