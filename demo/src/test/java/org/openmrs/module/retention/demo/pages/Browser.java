/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
 * distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/. Patient Retention is also distributed
 * under the terms of the Healthcare Disclaimer located at https://openmrs.org/license.
 */
package org.openmrs.module.retention.demo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openmrs.module.retention.demo.BrowsedClinic;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One person's browser: the system's Chromium without a screen, with a profile of its own. */
final class Browser implements AutoCloseable {

	static final int PHONE = 360;

	static final int DESK = 1280;

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int MOST_TABS = 120;

	private final BrowsedClinic clinic = BrowsedClinic.started();

	private final ChromeDriver driver;

	private int clicks;

	private Browser(int width, Map<String, Object> preferences) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
			"--no-proxy-server", "--window-size=" + DESK + ",900");
		options.setExperimentalOption("prefs", preferences);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		driver = new ChromeDriver(
			new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(), options);
		// A window has a frame, and cannot be as narrow as a phone: what it shows gets the size.
		driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
			Map.of("width", width, "height", width == PHONE ? 740 : 900, "deviceScaleFactor", 1, "mobile", width == PHONE));
	}

	/** Skips the test where there is no Chromium. */
	static Browser open(int width) {
		return open(width, Map.of());
	}

	static Browser withoutJavaScript() {
		return open(DESK, Map.of("profile.managed_default_content_settings.javascript", 2));
	}

	private static Browser open(int width, Map<String, Object> preferences) {
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
			"PAGES NOT TESTED: " + CHROMIUM + " or " + DRIVER
				+ " is missing; they come with the Debian packages chromium and chromium-driver");
		return new Browser(width, preferences);
	}

	ChromeDriver driver() {
		return driver;
	}

	/** @param path below the root of the pages */
	Browser go(String path) {
		driver.get(clinic.url() + path);
		return this;
	}

	Browser signIn(BrowsedClinic.User user) {
		go("login");
		type("#username", user.name());
		type("#password", user.password());
		leaveBy("main button");
		if (all("header .account").isEmpty()) {
			throw new AssertionError("Not signed in at " + address() + ": " + text());
		}
		return this;
	}

	void signOut() {
		openAccount();
		leaveBy("header .user button");
	}

	/** What is behind the user's name. */
	private void openAccount() {
		if (!Boolean.parseBoolean(await("header .account").getDomProperty("open"))) {
			click("header .account summary");
		}
	}

	/** Where it is, below the root of the pages. */
	String address() {
		return driver.getCurrentUrl().substring(clinic.url().length());
	}

	WebElement await(String css) {
		return patiently().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
	}

	List<WebElement> all(String css) {
		return driver.findElements(By.cssSelector(css));
	}

	String text(String css) {
		return await(css).getText();
	}

	/** The main part of the page as it is read. */
	String text() {
		return text("main");
	}

	/** What the page says of the form sent before: done, or why not. */
	String told() {
		return (all(".notice.done").isEmpty() ? "not done: " : "done: ") + text(".notice, [role=alert]");
	}

	void type(String css, String text) {
		WebElement field = await(css);
		field.clear();
		field.sendKeys(text);
	}

	/** At once, however long; as pasted. */
	void paste(String css, String text) {
		run("const f = document.querySelector(arguments[0]); f.value = arguments[1];"
			+ " f.dispatchEvent(new Event('input', {bubbles: true}));", css, text);
	}

	/** Of a list or a calendar. */
	void choose(String css, String value) {
		run("const f = document.querySelector(arguments[0]); f.value = arguments[1];"
			+ " f.dispatchEvent(new Event('change', {bubbles: true}));", css, value);
	}

	/** Until the script says true. */
	void awaitThat(String script) {
		patiently().until(page -> Boolean.TRUE.equals(run(script)));
	}

	void awaitHidden(String css) {
		patiently().until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(css)));
	}

	/** What a person does with the mouse; counted. */
	void click(String css) {
		clicks++;
		await(css).click();
	}

	/** Clicks that lead to another page; waits for it. */
	void leaveBy(String css) {
		WebElement page = driver.findElement(By.tagName("html"));
		click(css);
		awaitGone(page);
	}

	/** The driver may say that it cannot tell while one page makes way for another: it is asked again. */
	private WebDriverWait patiently() {
		WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
		wait.ignoring(WebDriverException.class);
		return wait;
	}

	private void awaitGone(WebElement page) {
		patiently().until(ExpectedConditions.stalenessOf(page));
		await("main");
	}

	/** Clicks since it was asked last. */
	int clicks() {
		int count = clicks;
		clicks = 0;
		return count;
	}

	/** Goes from field to field by the tabulator until it is there. */
	void tabTo(String css) {
		tab(css, Keys.TAB);
	}

	/** The other way. */
	void tabBackTo(String css) {
		tab(css, Keys.chord(Keys.SHIFT, Keys.TAB));
	}

	private void tab(String css, CharSequence key) {
		for (int i = 0; i < MOST_TABS; i++) {
			if (isFocused(css)) {
				assertThat(Boolean.TRUE.equals(run("return document.activeElement.matches(':focus-visible')")))
					.as("the focus is seen on " + css).isTrue();
				return;
			}
			press(key);
		}
		throw new AssertionError("The keyboard does not reach " + css);
	}

	boolean isFocused(String css) {
		return Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", css));
	}

	void press(CharSequence... keys) {
		new Actions(driver).sendKeys(keys).perform();
	}

	/** A key that leads to another page; waits for it. */
	void leaveByKey(CharSequence key) {
		WebElement page = driver.findElement(By.tagName("html"));
		press(key);
		awaitGone(page);
	}

	void speak(String language) {
		if (!all("header .account").isEmpty()) {
			openAccount();
		}
		new Select(await("header #language")).selectByValue(language);
		leaveBy("header .language button");
	}

	/** As after hours without a click: the server does not know the browser any more. */
	void loseSession() {
		driver.manage().deleteAllCookies();
	}

	Object run(String script, Object... arguments) {
		return ((JavascriptExecutor) driver).executeScript(script, arguments);
	}

	/** What went wrong in the browser since it was asked last: refused by the content policy, errors in scripts. */
	List<String> complaints() {
		return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
			.filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue()).map(LogEntry::getMessage).toList();
	}

	@Override
	public void close() {
		driver.quit();
	}
}
