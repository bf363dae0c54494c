package dev.callsheet.sandbox.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.internal.media.PixelSize;
import dev.callsheet.sandbox.internal.sample.SampleDescription;
import dev.callsheet.sandbox.internal.sample.SampleMediaKind;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The ways in which models are told how large a picture is to be. */
final class SampleSizeTest {
  private static final Map<String, PixelSize> INPUTS =
      Map.of(
          "KNOWN", new PixelSize(300, 200),
          "HUGE", new PixelSize(Integer.MAX_VALUE, Integer.MAX_VALUE));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "klingai:kling-video@o3-pro | {'width': 1080, 'height': 1920} | 1080x1920",
        "klingai:kling-video@o3-pro | {} | 1280x720",
        "alibaba:happyhorse@1.1 | {'resolution': '1080p'} | 1920x1080",
        "google:4@2 | {'resolution': '2K'} | 2048x2048",
        "gen4.5 | {'ratio': '1104:832'} | 1104x832",
        "fal-ai/flux/schnell | {'image_size': 'portrait_16_9'} | 768x1366",
        "fal-ai/flux/schnell | {'image_size': {'width': 640, 'height': 480}} | 640x480",
        "fal-ai/flux/schnell | {'image_size': 'square_hd'} | 1024x1024",
        "black-forest-labs/flux-schnell | {'aspect_ratio': '21:9'} | 1564x670",
        "gpt-image-2 | {'size': '1536x864'} | 1536x864",
        "gpt-image-2 | {'size': 'auto'} | 1024x1024",
        "runware:500@1 | {'inputs': {'image': 'KNOWN'}, 'upscaleFactor': 2} | 600x400",
        "runware:500@1 | {'inputs': {'image': 'KNOWN'}, 'upscaleFactor': 1.5} | 450x300",
        "runware:500@1 | {'inputs': {'image': 'UNKNOWN'}, 'upscaleFactor': 4} | 4096x4096",
        "runware:500@1 | {'inputs': {'image': 'HUGE'}, 'upscaleFactor': 4} | LARGESTxLARGEST",
        "bria:51@1 | {'inputs': {'video': 'KNOWN'}} | 300x200",
        "klingai:kling-video@o3-pro | {'inputs': {'video': 'KNOWN'}} | 1280x720"
      })
  void isReadFromARequest(String model, String task, String size) {
    ModelSpec spec = ModelCatalogue.bundled().find(model).orElseThrow();
    SampleMediaKind kind = RenderableModel.of(spec).kind().orElseThrow();
    SampleSize found =
        SampleSize.of(
            kind,
            spec,
            JsonMapper.shared().readTree(task.replace('\'', '"')),
            media -> Optional.ofNullable(INPUTS.get(media)));
    assertThat(found.width() + "x" + found.height())
        .isEqualTo(size.replace("LARGEST", String.valueOf(SampleDescription.LARGEST)));
  }
}
