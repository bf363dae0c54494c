package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A request and a spec are mended in a real editor, by keys. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class NeovimTest {
  private static final String REQUEST =
      """
      {
        "taskType": "videoInference",
        "taskUUID": "0b1c9a1e-6c5f-4d3e-9a58-2d1f0c3b4a59",
        "model": "klingai:kling-video@o3-pro",
        "positivePrompt": "Make it snow",
        "numberResult": 2,
        "duration": 8,
        "inputs": {"video": "https://example.com/a.mp4"}
      }
      """;

  @TempDir private Path directory;

  @BeforeAll
  static void requireNeovim() {
    assumeTrue(Neovim.isThere(), "needs nvim (Debian: neovim)");
  }

  @Test
  void twoErrorsInARequestAreMended() throws Exception {
    Path file = Files.writeString(directory.resolve("edit.json"), REQUEST);
    try (Neovim editor = new Neovim(directory, "edit.json")) {
      editor.await("#vim.diagnostic.get(0) == 2");
      assertThat(editor.ask("Findings()"))
          .isEqualTo("6:3 unknown-parameter\n7:3 video-sets-duration");
      assertThat(editor.ask("Screen()"))
          .contains("E   \"duration\": 8,")
          .contains("An edit is as long as its `inputs.video`");

      editor.type("/duration<CR>K");
      editor.await("Floats() ~= ''");
      assertThat(editor.ask("Floats()"))
          .contains("integer, at least 3 s and at most 15 s")
          .contains("video-sets-duration");

      editor.type("<Esc>ga", "Remove `duration`", "1<CR>");
      editor.await("#vim.diagnostic.get(0) == 1");
      assertThat(editor.ask("Buffer()")).isEqualTo(REQUEST.replace("  \"duration\": 8,\n", ""));

      editor.type("gg/numberResult<CR>ga", "numberResults", "1<CR>");
      editor.await("#vim.diagnostic.get(0) == 0");
      assertThat(editor.ask("Buffer()")).contains("\"numberResults\": 2,");

      editor.type("o\"<C-x><C-o>");
      editor.await("vim.fn.pumvisible() == 1");
      assertThat(editor.ask("Menu()").split(" "))
          .contains("\"resolution\"", "\"outputFormat\"")
          .doesNotContain("\"duration\"", "\"width\"", "\"numberResults\"");
      assertThat(editor.ask("Screen()"))
          .contains("\n  \"outputType\":"); // the first, shown at once
      editor.type("<C-e>resol<C-x><C-o>");
      editor.await("Buffer():find('\"resolution\": ') ~= nil"); // the only one is taken
      editor.type("\"1080p\",<Esc>:w<CR>");
      editor.await("not vim.bo.modified and #vim.diagnostic.get(0) == 0");
    }
    assertThat(file)
        .hasContent(
            REQUEST
                .replace("  \"duration\": 8,\n", "")
                .replace(
                    "\"numberResult\": 2,\n",
                    "\"numberResults\": 2,\n  \"resolution\": \"1080p\",\n"));
  }

  @Test
  void aSpecShowsTheRulesThatContradictAndIsMended() throws Exception {
    String spec =
        """
        callsheet: 1
        model: {id: "own:still@1", name: Still, status: live}
        parameters:
          model: {const: "own:still@1", description: The model.}
          steps: {type: integer, maximum: 9, description: How many.}
          image: {type: string, description: What it begins with.}
        required: [model]
        rules:
          - id: steps-need-image
            description: Steps need an image.
            when: steps
            require: image
          - id: steps-exclude-image
            description: Steps are for pictures from nothing.
            when: steps
            forbid: image
        response:
          properties:
            imageURL: {type: string, media: image, description: The image.}
        """;
    Files.writeString(directory.resolve("still.yaml"), spec);
    try (Neovim editor = new Neovim(directory, "still.yaml")) {
      editor.await("Findings():find('dead%-parameter') ~= nil");
      assertThat(editor.ask("Findings()")).contains("5:3 dead-parameter");
      assertThat(
              editor.ask(
                  "vim.inspect(vim.tbl_map(function(each) return each.user_data.lsp end,"
                      + " vim.diagnostic.get(0)))"))
          .contains("steps-need-image", "steps-exclude-image");
      assertThat(editor.ask("Screen()")).contains("No valid request can provide 'steps'");
      editor.type("/steps-exclude<CR>4dd:w<CR>");
      editor.await("Findings():find('dead') == nil");
    }
  }
}
