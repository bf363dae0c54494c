package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Callsheet;
import dev.callsheet.cli.console.Console;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.budget.Budget;
import dev.callsheet.runtime.client.error.BudgetException;
import dev.callsheet.runtime.internal.budget.BudgetTracker;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.price.ChargeText;
import dev.callsheet.spec.price.PriceEstimator;
import dev.callsheet.tests.RepresentativeModels;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prices have one meaning: whoever prices a request says what {@link PriceEstimator} says, for the
 * same reasons.
 */
@ParameterizedClass
@MethodSource("models")
class PriceAgreementTest {
  private static final List<Path> SPECS = List.of(Path.of("src/test/resources/priced"));
  private static final ModelCatalogue CATALOGUE = catalogue();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Sources are ASCII. */
  private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  @TempDir private Path scratch;
  private final PricedRequests priced;

  PriceAgreementTest(PricedRequests priced) {
    this.priced = priced;
  }

  static Stream<PricedRequests> models() {
    return CATALOGUE.models().stream()
        .filter(model -> model.id().startsWith("inkwell:") || RepresentativeModels.contains(model))
        .map(
            model ->
                model.id().startsWith("inkwell:")
                    ? PricedRequests.random(model, 20_260_205, 300)
                    : PricedRequests.vectors(model));
  }

  @Test
  void typedRequestsKnowTheirPrice() throws Exception {
    var type = GeneratedClasses.of(priced.model(), scratch).requestType();
    MediaDurations durations =
        media ->
            media.endsWith(".mp3") ? Optional.empty() : Optional.of(new BigDecimal("7.041708"));
    for (JsonNode request : priced.requests()) {
      ModelRequest<?> typed = JSON.treeToValue(request, type);
      assertThat(typed.price()).as(request.toString()).isEqualTo(price(request));
      assertThat(typed.price(durations))
          .as(request.toString())
          .isEqualTo(PriceEstimator.price(priced.model(), request, durations));
    }
  }

  @Test
  void theCommandSaysThePrice() {
    JsonNode report = priceCommand(JSON.writeValueAsString(asInAFile()));
    assertThat(report.path("prices")).hasSize(priced.requests().size());
    for (int i = 0; i < priced.requests().size(); i++) {
      Price price = price(priced.requests().get(i));
      JsonNode said = report.path("prices").path(i);
      assertThat(said.path("why").asString()).isEqualTo(price.why());
      assertThat(written(said, price)).isEqualTo(price.toString());
      for (int j = 0; j < price.charges().size(); j++) {
        Price.Charge charge = price.charges().get(j);
        JsonNode part = said.path("charges").path(j);
        assertThat(part.path("id").asString()).isEqualTo(charge.id());
        assertThat(part.path("why").asString()).isEqualTo(charge.price().why());
        assertThat(written(part, charge.price())).isEqualTo(charge.price().toString());
      }
    }
  }

  @Test
  void theSandboxChargesThePrice() throws Exception {
    if (!SandboxJudge.plays(priced.model())) {
      return; // it has no dry run of other platforms
    }
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.builder().catalogue(CATALOGUE).build())) {
      HttpClient client = HttpClient.newHttpClient();
      for (JsonNode request : priced.requests()) {
        HttpRequest dryRun =
            HttpRequest.newBuilder(sandbox.endpoint())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer a-key")
                .header("X-Runware-Dry-Run", "1")
                .POST(BodyPublishers.ofString("[" + request + "]"))
                .build();
        JsonNode reply =
            JSON.readTree(client.send(dryRun, BodyHandlers.ofString()).body()).path("data").path(0);
        Price price = price(request);
        assertThat(reply.path("why").asString()).startsWith(price.why());
        if (price.upperBound().isPresent()) {
          assertThat(reply.path("cost").decimalValue())
              .as(request.toString())
              .isEqualByComparingTo(price.upperBound().get());
        } else {
          assertThat(reply.path("cost").decimalValue(BigDecimal.ZERO))
              .as(request.toString())
              .isGreaterThanOrEqualTo(price.lowerBound());
        }
      }
    }
  }

  @Test
  void aBudgetReservesTheMostThatItMayCost() {
    for (JsonNode request : priced.requests()) {
      Price price = price(request);
      BudgetTracker open =
          new BudgetTracker(Budget.unlimited().withUnknownPriceAllowance("0.000001"));
      open.reserve(UUID.randomUUID(), "x", price);
      assertThat(open.spending().reserved())
          .isEqualByComparingTo(
              price.upperBound().orElse(price.lowerBound().max(new BigDecimal("0.000001"))));
      assertThat(isAffordable(price, price.upperBound().orElse(BigDecimal.TEN)))
          .as(request.toString())
          .isEqualTo(price.upperBound().isPresent());
    }
  }

  /** The classes of a model begin with its prices. */
  @Test
  void theDocumentationNamesEveryPrice() throws Exception {
    String text =
        new JavaGenerator("a")
            .generate(priced.model()).stream()
                .map(GeneratedFile::content)
                .filter(
                    source -> source.contains("The model's identifier, as its platform has it."))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\s*\\n \\*\\s*", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    String shown =
        UNICODE_ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))));
    Pricing pricing = priced.model().pricing();
    List<Charge> charges = pricing == null ? List.of() : pricing.charges();
    charges.forEach(
        charge -> {
          assertThat(shown).contains(ChargeText.of(charge));
          charge
              .rates()
              .forEach(
                  rate ->
                      assertThat(shown)
                          .contains(rate.label() + ": " + rate.price().toPlainString()));
        });
  }

  /** Otherwise there would be nothing to agree on. */
  @Test
  void theRequestsHavePricesOfEveryKindThatTheListAllows() {
    Set<Class<?>> kinds = new HashSet<>();
    priced.requests().forEach(request -> kinds.add(price(request).getClass()));
    assertThat(kinds).isNotEmpty();
    if (priced.model().id().equals("inkwell:counter@1")) {
      assertThat(kinds)
          .containsExactlyInAnyOrder(
              Price.Exact.class, Price.Between.class, Price.Rate.class, Price.Unknown.class);
    }
  }

  private Price price(JsonNode request) {
    return PriceEstimator.price(priced.model(), request);
  }

  private static boolean isAffordable(Price price, BigDecimal most) {
    try {
      new BudgetTracker(Budget.unlimited().withPerRequest(most.toPlainString()))
          .reserve(UUID.randomUUID(), "x", price);
    } catch (BudgetException refused) {
      return false;
    }
    BigDecimal less = most.subtract(new BigDecimal("1e-18"));
    if (less.signum() < 0) {
      return true;
    }
    try {
      new BudgetTracker(Budget.unlimited().withPerRequest(less.toPlainString()))
          .reserve(UUID.randomUUID(), "x", price);
    } catch (BudgetException refused) {
      return true;
    }
    throw new AssertionError("a budget of " + less + " takes " + price);
  }

  /** One UUID twice in a file is an error; where requests have none, they are in envelopes. */
  private List<JsonNode> asInAFile() {
    return priced.requests().stream()
        .map(
            request ->
                request.has("taskUUID")
                    ? ((ObjectNode) request.deepCopy())
                        .put("taskUUID", UUID.randomUUID().toString())
                    : RequestEnvelope.around(priced.model(), request))
        .toList();
  }

  private static JsonNode priceCommand(String input) {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            false,
            false,
            Map.of());
    String[] arguments = {"price", "--format", "json", "--spec", SPECS.get(0).toString(), "-"};
    assertThat(Callsheet.run(console, arguments)).isZero();
    return JSON.readTree(out.toString());
  }

  /** A price in JSON as prices are written. */
  private static String written(JsonNode json, Price price) {
    if (json.path("kind").asString().equals("unknown")) {
      return "unknown";
    }
    String currency = json.path("currency").asString();
    StringBuilder text = new StringBuilder();
    if (!json.path("kind").asString().equals("rate")
        || price.known().filter(known -> known.maximum().signum() > 0).isPresent()) {
      text.append(amount(json)).append(' ').append(currency);
    }
    for (JsonNode unit : json.path("units")) {
      text.append(text.isEmpty() ? "" : " + ")
          .append(amount(unit))
          .append(' ')
          .append(currency)
          .append('/')
          .append(unit.path("unit").asString());
    }
    return text.toString();
  }

  private static String amount(JsonNode json) {
    return json.has("amount")
        ? json.path("amount").asString()
        : json.path("from").asString() + " to " + json.path("to").asString();
  }

  private static ModelCatalogue catalogue() {
    try {
      return ModelCatalogue.of(SPECS);
    } catch (SpecException wrong) {
      throw new AssertionError(wrong.getMessage(), wrong);
    }
  }
}
