package com.example.trailer;

import com.example.trailer.clips.inkwellflipbook.InkwellFlipbook;
import com.example.trailer.stills.flux3image.Flux3Image;
import dev.callsheet.runtime.Violation;
import java.util.List;
import java.util.stream.Stream;

/** A clip and a still, by models of two packages. */
public final class Trailer {
  private Trailer() {}

  /** What is wrong with either request. */
  public static List<Violation> violations() {
    var clip = InkwellFlipbook.request().positivePrompt("A fox runs").build();
    var still = Flux3Image.textToImage().positivePrompt("The poster").build();
    return Stream.concat(clip.check().stream(), still.check().stream()).toList();
  }
}
