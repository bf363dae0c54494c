package dev.callsheet.maven;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelSelection;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** The base of goals that make something of models: of the project's own, and of those it names. */
abstract class SelectedModelsMojo extends CallsheetMojo {
  static final String HOW_TO_NAME =
      "Name models by their ids, or by patterns of ids, such as"
          + " <models><model>klingai:kling-video@o3-pro</model></models>, <model>klingai:*</model>"
          + " or <model>*</model> for all; `callsheet models` lists them, and so does the README.";

  /**
   * The models besides those of the project's own specs: ids such as {@code
   * klingai:kling-video@o3-pro}, or patterns such as {@code klingai:*}. With {@code !} in front, as
   * in {@code !acme:*}, those to leave out.
   */
  @Parameter(property = "callsheet.models")
  private List<String> models = List.of();

  /** What the project names. */
  final List<String> models() {
    return models;
  }

  /** Those of a catalogue. */
  final List<ModelSpec> selected(ModelCatalogue catalogue) throws MojoExecutionException {
    ModelSelection selection = new ModelSelection(models);
    for (String pattern : selection.unknown(catalogue)) {
      throw new MojoExecutionException(
          "<models> names '"
              + pattern
              + "', which fits no model. "
              + catalogue
                  .nearestId(pattern)
                  .map(id -> "Did you mean <model>" + id + "</model>?")
                  .orElse(HOW_TO_NAME));
    }
    return selection.from(catalogue);
  }

  /** The ids of models, for a log. */
  static String ids(List<ModelSpec> models) {
    return models.stream().map(ModelSpec::id).collect(Collectors.joining(", "));
  }
}
