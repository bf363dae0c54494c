package com.example.film;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.callsheet.runtime.client.TransportKind;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spring.CallsheetWebhooks;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The application under Spring Boot's own versions of Jackson and Jetty. */
class FilmApplicationTest {
  @Test
  void librariesAreTheManagedOnes() {
    assertThat(jar(JsonMapper.class)).contains("-" + System.getProperty("managed.jackson"));
    assertThat(jar(JsonFormat.class)).contains("-" + System.getProperty("managed.annotations"));
    assertThat(jar(Server.class)).contains("-" + System.getProperty("managed.jetty"));
  }

  private static String jar(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  /** In its place in production are a key and an endpoint in the properties. */
  static class Platform {
    @Bean
    Sandbox sandbox() throws IOException {
      return Sandbox.start(SandboxOptions.defaults());
    }
  }

  @ParameterizedTest
  @EnumSource
  void makesAFilm(TransportKind transport) throws IOException, InterruptedException {
    try (var application =
        new SpringApplicationBuilder(FilmApplication.class, Platform.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.endpoint.health.show-details=always",
                "--callsheet.transport=" + transport,
                "--callsheet.budget.total=5.00",
                "--callsheet.webhook.token=a-token-of-the-tests",
                "--callsheet.webhook.base-url=https://film.example.com")) {
      var port = application.getEnvironment().getRequiredProperty("local.server.port");
      var here = "http://127.0.0.1:" + port;
      assertThat(get(here + "/film?prompt=Whales"))
          .contains("\"address\":\"http://127.0.0.1:")
          .contains("\"prompts\":[\"Whales\",\"The end\"]");

      assertThat(get(here + "/actuator/health/callsheet"))
          .contains("\"status\":\"UP\"", "\"remaining\":\"4.104\"");
      var meters = application.getBean(MeterRegistry.class);
      assertThat(meters.get("callsheet.submit").timer().count()).isEqualTo(1);
      var webhook = application.getBean(CallsheetWebhooks.class).url(URI.create(here));
      assertThat(post(webhook)).isEqualTo(204);
      assertThat(post(URI.create(webhook + "-of-somebody-else"))).isEqualTo(403);
    }
  }

  private static int post(URI address) throws IOException, InterruptedException {
    var body =
        """
        {"data": [{"taskUUID": "7b1c2d3e-4f50-4a61-8b72-9c83ad94be05", "status": "success"}]}
        """;
    var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String get(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
