def main():
    data = {"a": 1}
    print(data["a"])
    print(data["b"])


if __name__ == "__main__":
    main()
