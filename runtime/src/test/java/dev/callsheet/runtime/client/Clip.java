package dev.callsheet.runtime.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.callsheet.runtime.ModelResult;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A result as generated code has them. */
public record Clip(
    @JsonProperty("taskUUID") UUID taskUUID,
    @JsonProperty("videoUUID") @Nullable UUID mediaUUID,
    @JsonProperty("videoURL") @Nullable URI mediaURL,
    @JsonProperty("videoBase64Data") @Nullable String mediaBase64Data,
    @JsonProperty("videoDataURI") @Nullable String mediaDataURI,
    @JsonProperty("seed") @Nullable Long seed)
    implements ModelResult {}
