package com.acme.models.klingvideo30omnipro;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.support.Generated;
import dev.callsheet.runtime.support.PriceCalculator;
import dev.callsheet.runtime.support.Quantity;
import dev.callsheet.runtime.support.Values;
import org.jspecify.annotations.Nullable;

/** Prices Kling VIDEO 3.0 Omni Pro. */
@Generated
@SuppressWarnings({"deprecation", "doclint:missing", "ImmutableEnumChecker"})
final class KlingVideo30OmniProPrices {
  private KlingVideo30OmniProPrices() {
  }

  /** What a request will cost. */
  static Price of(KlingVideo30OmniProRequest request, MediaDurations durations) {
    PriceCalculator prices = new PriceCalculator("USD");
    prices.charge("video")
        .count(Quantity.seconds("duration", request.duration(), Amount.exactly("5"))
            .unlessGiven("inputs.video", video(request), durations))
        .times("numberResults", request.numberResults(), Amount.ONE)
        .rate("1080p \u00b7 1s \u00b7 (no video input + no audio)", "0.112",
            !hasVideo(request) && !hasReferenceVideos(request)
                && !Values.equal(sound(request), true))
        .rate("1080p \u00b7 1s \u00b7 (no video input + audio)", "0.14",
            Values.equal(sound(request), true) && !hasVideo(request)
                && !hasReferenceVideos(request))
        .rate("1080p \u00b7 1s \u00b7 (video input + no audio)", "0.168",
            hasVideo(request) || hasReferenceVideos(request));
    return prices.price();
  }

  private static @Nullable String video(KlingVideo30OmniProRequest request) {
    Inputs parent = request.inputs();
    return parent == null ? null : parent.video();
  }

  private static boolean hasVideo(KlingVideo30OmniProRequest request) {
    Inputs parent = request.inputs();
    return parent != null && parent.video() != null;
  }

  private static boolean hasReferenceVideos(KlingVideo30OmniProRequest request) {
    Inputs parent = request.inputs();
    return parent != null && parent.referenceVideos() != null;
  }

  private static @Nullable Klingai klingai(KlingVideo30OmniProRequest request) {
    ProviderSettings parent = request.providerSettings();
    return parent == null ? null : parent.klingai();
  }

  private static @Nullable Boolean sound(KlingVideo30OmniProRequest request) {
    Klingai parent = klingai(request);
    return parent == null ? null : parent.sound();
  }
}
