package dev.callsheet.generator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The site in a real browser, read from its folder, wide and light, narrow and dark: axe finds
 * nothing that keeps anybody from reading it, nothing is loaded from elsewhere, nothing is wider
 * than a phone, search and calculator work. Needs Chromium, and axe-core in {@code target/npm},
 * where {@code .ci/run} puts it.
 */
class SiteInBrowserTest {
  private static final String AXE = "../target/npm/node_modules/axe-core/axe.min.js";
  private static final Pattern REPORT = Pattern.compile("<pre id=\"report\">(.*?)</pre>");

  @TempDir private Path directory;

  @Test
  void pagesCanBeReadByEverybodyAndLoadNothingFromElsewhere() throws Exception {
    assumeTrue(Files.exists(Path.of(AXE)) && isThereChromium(), "needs chromium and axe-core");
    Path site = directory.resolve("site");
    DocumentationSite.of(
            List.of(
                ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow(),
                ModelCatalogue.bundled().find("runware:101@1").orElseThrow()))
        .with(Guides.read(Path.of("../docs")))
        .write(site);
    for (String page :
        List.of(
            "index.html",
            "models/klingai-kling-video-o3-pro.html",
            "guides.html",
            "guides/documentation-site.html")) {
      for (boolean isDark : List.of(false, true)) {
        String window = isDark ? "500,844" : "1200,900"; // no window is narrower than 500
        JsonNode report = report(site, page, window, isDark);
        assertThat(report.get("errors").toString()).as(page).isEqualTo("[]");
        assertThat(report.get("violations").toString()).as(page + window).isEqualTo("[]");
        assertThat(report.get("loaded").values())
            .allMatch(address -> address.stringValue().startsWith("file:"));
        assertThat(report.get("overflow").intValue()).as(page + window).isZero();
        assertThat(report.get("found").intValue()).as(page).isPositive();
      }
    }
    assertThat(
            report(site, "models/klingai-kling-video-o3-pro.html", "1200,900", false)
                .get("price")
                .stringValue())
        .isEqualTo("0.56 USD");
  }

  private static final String SCRIPT =
      """
      <script src="axe.js"></script>
      <script>
      (async () => {
        document.querySelectorAll("details").forEach((each) => (each.open = true));
        const input = document.querySelector("form.search input");
        input.value = "duration";
        input.dispatchEvent(new Event("input"));
        const found = document.querySelectorAll("form.search li").length;
        const output = document.querySelector(".calculator output");
        const result = await axe.run();
        const report = document.createElement("pre");
        report.id = "report";
        report.textContent = JSON.stringify({
          errors: window.seenErrors,
          violations: result.violations.map((each) => each.id + ": " + each.nodes[0].html),
          loaded: performance.getEntriesByType("resource").map((each) => each.name),
          overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
          found,
          price: output ? output.textContent : null,
        });
        document.body.append(report);
      })();
      </script>
      </body>""";

  private JsonNode report(Path site, String page, String window, boolean isDark) throws Exception {
    Path original = site.resolve(page);
    Path tested = original.resolveSibling("tested.html");
    Files.copy(
        Path.of(AXE), original.resolveSibling("axe.js"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        tested,
        Files.readString(original)
            .replace(
                "<head>",
                "<head><script>window.seenErrors = [];"
                    + "addEventListener('error', (e) => seenErrors.push(String(e.message)));</script>")
            .replace("</body>", SCRIPT));
    List<String> command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + directory.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--virtual-time-budget=60000",
                "--window-size=" + window,
                "--dump-dom"));
    if (isDark) {
      command.add("--blink-settings=preferredColorScheme=0");
    }
    command.add(tested.toUri().toString());
    Process browser =
        new ProcessBuilder(command)
            .redirectError(directory.resolve("browser.log").toFile())
            .start();
    String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(browser.waitFor()).isZero();
    Matcher report = REPORT.matcher(dom);
    assertThat(report.find()).as("%s has a report", page).isTrue();
    String json = report.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return JsonMapper.builder().build().readTree(json);
  }

  private static boolean isThereChromium() throws InterruptedException {
    try {
      return new ProcessBuilder("chromium", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
