package com.example;

import com.example.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import com.example.models.klingvideo30omnipro.Size;
import dev.callsheet.runtime.client.CallsheetClient;
import java.nio.file.Path;
import java.time.Duration;

/** Makes a video of a lighthouse. */
public final class Lighthouse {
  private Lighthouse() {}

  /** Eight seconds in full HD. */
  static KlingVideo30OmniProRequest shot() {
    return KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
        .positivePrompt("A lighthouse keeper signals a passing whale")
        .duration(8)
        .includeCost(true)
        .build();
  }

  /** Sends the request, waits, and downloads what comes. */
  public static void main(String[] args) {
    try (var client = CallsheetClient.fromEnvironment()) {
      for (var video : client.submit(shot()).await(Duration.ofMinutes(10))) {
        var result = video.result(); // a KlingVideo30OmniProResult
        System.out.println(result.videoURL() + " for " + result.cost() + " USD");
        System.out.println(video.download(Path.of("out")));
      }
    }
  }
}
