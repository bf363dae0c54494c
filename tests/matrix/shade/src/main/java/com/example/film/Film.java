package com.example.film;

import com.example.models.klingvideo30omnipro.KlingVideo30OmniPro;
import com.example.models.klingvideo30omnipro.Size;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.journal.Journal;
import java.nio.file.Path;
import java.time.Duration;

/** Makes a video, in one jar that has everything. */
public final class Film {
  private Film() {}

  public static void main(String[] args) {
    var shot =
        KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
            .positivePrompt("A lighthouse keeper signals a passing whale")
            .duration(8)
            .build();
    try (var client =
        CallsheetClient.builder().environment(System.getenv()).journal(Journal.none()).build()) {
      for (var video : client.submit(shot).await(Duration.ofMinutes(1))) {
        System.out.println(video.download(Path.of(args[0])));
      }
    }
  }
}
