package com.example.film

import com.example.models.klingvideo30omnipro.KlingVideo30OmniPro
import com.example.models.klingvideo30omnipro.KlingVideo30OmniProRequest
import com.example.models.klingvideo30omnipro.KlingVideo30OmniProResult
import com.example.models.klingvideo30omnipro.Size
import dev.callsheet.runtime.client.CallsheetClient
import dev.callsheet.runtime.client.error.InvalidRequestException
import java.nio.file.Path
import java.time.Duration

/** Eight seconds in full HD. */
fun shot(prompt: String, references: List<String> = emptyList()): KlingVideo30OmniProRequest =
    KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)
        .positivePrompt(prompt)
        .duration(8)
        .includeCost(true)
        .apply { if (references.isNotEmpty()) inputs { it.referenceImages(references) } }
        .build()

/** The files that the request became. */
fun film(request: KlingVideo30OmniProRequest, client: CallsheetClient, folder: Path): List<Path> =
    client.submit(request).await(Duration.ofMinutes(10)).map { it.download(folder) }

fun main() {
    CallsheetClient.fromEnvironment().use { client ->
        try {
            film(shot("A lighthouse keeper signals a passing whale"), client, Path.of("out")).forEach(::println)
        } catch (e: InvalidRequestException) {
            e.violations().forEach { println("${it.pointer()}: ${it.message()}") }
        }
    }
}

/** What a result costs; `null` where the platform did not say. */
fun cents(result: KlingVideo30OmniProResult): Int? = result.cost()?.movePointRight(2)?.toInt()
