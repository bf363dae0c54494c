package dev.callsheet.sandbox.platform;

import static dev.callsheet.sandbox.platform.DescribedPlatforms.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.error.ValidationException;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.behavior.RenderFailure;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * What none of the bundled platforms does: states told by the HTTP status alone, a key by which a
 * repetition is recognized, a name in a header, a link in a list, bytes in a list in an object.
 */
class InventedPlatformTest {
  private static final String FILE =
      """
      callsheet: 1
      platform: {name: darkroom, title: Darkroom}
      protocol:
        base: https://darkroom.example/api
        key: {variable: DARKROOM_KEY, header: X-Key, value: "Token {key}!"}
        submit:
          request: POST /develop
          wrap: film
          with: {stock: "stocks/{model}"}
          accepted: [202]
          id: header X-Roll
          links: {look: /at/0/look}
        poll:
          request: GET {look}
          state: /stage
          states: {done: [fixed]}
          when:
            - {if: {status: [4xx], at: /lost, oneOf: [true]}, is: gone}
            - {if: {status: [202]}, is: running}
            - {if: {status: [410], has: /spoilt}, is: failed}
        result:
          at: /prints
          media: [{each: /sheets/*, base64: /bytes}]
        errors:
          - {in: [failure], code: [/spoilt/kind], message: /spoilt/why}
          - {at: /wrong/*, code: [/kind], message: /why, parameter: /where}
        classes:
          safety: [indecent]
          invalid-request: ["bad_*"]
          auth: [HTTP 401]
        once:
          key: X-Once
          refused: [400, 401]
      """;

  @TempDir Path folder;
  private ModelCatalogue catalogue = ModelCatalogue.bundled();

  @BeforeEach
  void readTheFile() throws Exception {
    Path file = folder.resolve("specs/platforms/darkroom.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, FILE);
    catalogue = ModelCatalogue.of(List.of(folder.resolve("specs")));
  }

  private Sandbox sandbox(SandboxBehavior.Builder behavior) throws Exception {
    return DescribedPlatforms.sandbox(
        catalogue, "darkroom", behavior.unknownModel(UnknownModelPolicy.ACCEPTED).build());
  }

  private CallsheetClient client(Sandbox sandbox) {
    return DescribedPlatforms.client(
            catalogue, "darkroom", sandbox, DescribedPlatforms.KEY, folder.resolve("journal"))
        .build();
  }

  private static RawRequest request() {
    return RawRequest.of("darkroom", "silver/100", JsonMapper.shared().readTree("{\"iso\": 100}"));
  }

  @Test
  void aTaskIsFollowedByStatusesAndItsBytesAreInTheReply() throws Exception {
    try (var sandbox = sandbox(SandboxBehavior.builder());
        var client = client(sandbox)) {
      var delivery = client.submit(request()).await(LONG).get(0);

      assertThat(delivery.json().at("/sheets/0/bytes").isString()).isTrue();
      assertThat(delivery.download(folder.resolve("out"))).isNotEmptyFile();
    }
  }

  @Test
  void aRepetitionIsRecognizedByItsKey() throws Exception {
    try (var sandbox =
            sandbox(SandboxBehavior.builder().wireFaults(WireFault.dropReply().times(2)));
        var client = client(sandbox)) {
      assertThat(client.submit(request()).await(LONG)).hasSize(1);

      var account = sandbox.ledger().accounts().values().iterator().next();
      assertThat(sandbox.ledger().accounts()).hasSize(1);
      assertThat(account.submissionCount()).isEqualTo(3);
      assertThat(account.count(LedgerEntry.Kind.CONFLICT)).isEqualTo(2);
      assertThat(account.chargeCount()).isOne();
    }
  }

  @Test
  void aFailureIsToldByItsStatusAndClassifiedByItsCode() throws Exception {
    var indecent = new RenderFailure(1, "indecent", "Nobody may see this.");
    try (var sandbox = sandbox(SandboxBehavior.builder().renderFailure(indecent));
        var client = client(sandbox)) {
      assertThatThrownBy(() -> client.submit(request()).await(LONG))
          .isInstanceOf(SafetyException.class)
          .hasMessageContaining("Nobody may see this.");
    }
  }

  @Test
  void aRefusalHasAStatusThatProvesThatNothingWasTaken() throws Exception {
    try (var sandbox =
            DescribedPlatforms.sandbox(catalogue, "darkroom", SandboxBehavior.defaults());
        var client = client(sandbox)) {
      assertThatThrownBy(() -> client.submit(request()).await(LONG))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("knows no model `silver/100`")
          .hasMessageContaining("HTTP 400");
      assertThat(sandbox.ledger().accounts()).hasSize(1);
    }
  }
}
